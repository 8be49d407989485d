import './Modal.scss';
import { useEffect, useRef } from 'react';
import { focusTrap } from './focus-trap';
import type { ModalProps } from './Modal';

export function Modal({ title, from, onClose, children }: ModalProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => (box.current ? focusTrap(box.current, () => close.current()) : undefined), []);
  return (
    <div className={`hy-modal hy-modal--${from}`}>
      <div className="hy-modal__shade" onClick={onClose} aria-hidden />
      <div ref={box} className="hy-modal__box" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
