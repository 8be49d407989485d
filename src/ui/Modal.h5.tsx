import './Modal.scss';
import { useEffect, useRef } from 'react';
import { focusTrap } from './focus-trap';
import type { ModalProps } from './Modal';

export function Modal({ title, from, onClose, children }: ModalProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? focusTrap(box.current) : undefined), []);
  return (
    <div className={`hy-modal hy-modal--${from}`}>
      <div className="hy-modal__shade" onClick={onClose} />
      <div
        ref={box}
        className="hy-modal__box"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        {children}
      </div>
    </div>
  );
}
